using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Writes down an incident that is over already, with the times it had.</summary>
public sealed class BackfillCommand : IStartCommand
{
    public Usage Usage { get; } = new("backfill [title]", "Write down an incident that is already over", Topics.Declaring)
    {
        Prose = true,
    };

    public Started Read(Request request)
    {
        if (request.IsForm)
            return new Started.Declares(DeclareForm.Read(request, new("")) with
            {
                StartedAt = Moments.Past(request.Answer("started"), request.Call),
                ResolvedAt = Moments.Past(request.Answer("resolved"), request.Call),
            });
        var form = DeclareForm.For("backfill", "Write down", DeclarationText.Of(request.Text, request.Org).Said, request.Org);
        return Started.Ask(form with
        {
            Inputs =
            [
                form.Inputs[0],
                new MomentInput("started", "When it started") { Required = true },
                new MomentInput("resolved", "When it was over") { Required = true },
                .. form.Inputs.Skip(1),
            ],
        });
    }
}
