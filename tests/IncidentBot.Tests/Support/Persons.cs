using IncidentBot.Chat;

namespace IncidentBot.Support;

/// <summary>People of the tests, each with an account on the fake platform.</summary>
static class Persons
{
    public static readonly Person Ada = new("slack:ada", "Ada");
    public static readonly Person Grace = new("slack:grace", "Grace");
    public static readonly Person Kofi = new("slack:kofi", "Kofi");
}
