using System.Reflection;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Support;

/// <summary>A database that can be lost and found again: whoever asks it while it is away is told so.</summary>
sealed class Losable
{
    public bool IsAway { get; set; }

    public void In(IServiceCollection services)
    {
        Wrap<IIncidents>(services);
        Wrap<IPeople>(services);
        Wrap<INotebook>(services);
        Wrap<IListener>(services);
    }

    void Wrap<T>(IServiceCollection services) where T : class
    {
        var real = services.Last(one => one.ServiceType == typeof(T));
        services.AddSingleton(provider => Door<T>.To(
            (T)(real.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, real.ImplementationType!)), this));
    }
}

/// <summary>What stands before a part of the database.</summary>
public class Door<T> : DispatchProxy where T : class
{
    T inside = null!;
    Losable losable = null!;

    internal static T To(T inside, Losable losable)
    {
        var door = Create<T, Door<T>>();
        ((Door<T>)(object)door).inside = inside;
        ((Door<T>)(object)door).losable = losable;
        return door;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (losable.IsAway)
            throw new StorageUnavailableException("The database can't be reached.");
        try
        {
            return targetMethod!.Invoke(inside, args);
        }
        catch (TargetInvocationException failure) when (failure.InnerException is { } inner)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }
}
