using IncidentBot.Chat;

namespace IncidentBot.Mail;

public static class MailSetup
{
    /// <summary>Mail; nothing at all without a server.</summary>
    public static void AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        if (SmtpSettings.In(configuration) is { } settings)
            services.AddSingleton<IMail>(provider => new SmtpMail(settings, provider.GetRequiredService<TimeProvider>()));
    }
}
