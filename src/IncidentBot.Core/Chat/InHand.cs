namespace IncidentBot.Chat;

/// <summary>
/// How urgent what is being done right now is, for a platform that has to choose what goes first. Said once, where an errand
/// begins; everything that is called from there knows it.
/// </summary>
public static class InHand
{
    static readonly AsyncLocal<Urgency> Now = new();

    /// <remarks>Where nobody said so, somebody waits for an answer: nothing goes before that.</remarks>
    public static Urgency Urgency
    {
        get => Now.Value;
        set => Now.Value = value;
    }
}
