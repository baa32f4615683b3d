using static IncidentBot.Catalog.ScenarioStepKind;

namespace IncidentBot.Catalog;

/// <summary>The drills that come with the bot; an organisation's own stand in its file.</summary>
static class Scenarios
{
    public static readonly IReadOnlyList<Scenario> Shipped =
    [
        new("database-full", "Orders can't be saved", "A disk fills up; what looks like a slow application is a database that can't write.",
            "SEV2", [],
            [
                At(0, Alert, "Order API: error rate 4 % (usually 0.1 %)"),
                At(3, Note, "Support: five customers say that their basket is empty after paying."),
                At(6, Question, "Whom have you told so far, and when will they hear more?", "Stakeholders, with a time for the next update."),
                At(10, Alert, "Database db-1: disk 100 % full, writes fail"),
                At(14, Note, "A colleague: “I could delete the old log files. Shall I?”"),
                At(16, Question, "Who decides whether the log files are deleted, and what is checked before?",
                    "The incident manager decides; somebody who knows the database checks that they are not needed."),
                At(22, Note, "Database: 20 % of the disk is free again, writes succeed."),
                At(25, Question, "How do you know that nothing was lost?", "Compare payments with orders since it began."),
            ]),
        new("certificate-expired", "Nobody can sign in", "A certificate ran out in the night; the dashboards are green.",
            "SEV1", [],
            [
                At(0, Note, "Support: “Nobody can sign in, the phone doesn't stop ringing.”"),
                At(2, Alert, "Sign-in: successful sign-ins 0 per minute (usually 140)"),
                At(5, Question, "How bad is it, and who has to know at once?", "Critical: everybody is hit. The announce room and the executives."),
                At(8, Note, "A boss: “What do I tell the board? I need one sentence.”"),
                At(12, Alert, "Certificate of auth.example.org expired 3 hours ago"),
                At(15, Question, "The person who can renew it does not answer. What now?", "Escalate; a deputy, the provider's hotline."),
                At(20, Note, "The new certificate is in place; sign-ins come back."),
                At(23, Question, "Why did nobody see it coming?", "No alert watches the date; make one a follow-up."),
            ]),
        new("third-party-down", "Payments are declined", "A provider is down and says nothing about it.",
            "SEV2", [],
            [
                At(0, Alert, "Payments: 38 % declined (usually 2 %)"),
                At(4, Note, "The provider's status page: “All systems operational.”"),
                At(7, Question, "What speaks for the provider being the cause, and what against it?",
                    "Only their payments fail; nothing of ours was changed in the hour before."),
                At(10, Note, "A customer writes in public: “You took my money twice!”"),
                At(13, Question, "Who answers the customer, and with which words?", "The communication coordinator; what is known, no guess, when more comes."),
                At(18, Note, "The provider calls: “We have a problem with one bank. Two hours.”"),
                At(20, Question, "What can you do for two hours?", "Switch to the other provider or say openly that cards of that bank don't work."),
                At(26, Alert, "Payments: 3 % declined"),
            ]),
    ];

    static ScenarioStep At(int minute, ScenarioStepKind kind, string text, string? answer = null) =>
        new(TimeSpan.FromMinutes(minute), kind, text, answer);
}
