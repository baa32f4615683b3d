using static Microsoft.AspNetCore.Http.StatusCodes;

namespace IncidentBot.Web.Api;

/// <summary>What the OpenAPI document says about each operation, with examples of what is sent and answered.</summary>
static class ApiDocs
{
    const string Incident = """
        {
          "reference": "INC-12", "title": "Checkout is down", "status": "investigating", "severity": "SEV1",
          "priority": "P1", "category": "software", "type": null, "source": "api", "private": false, "drill": false,
          "summary": "Card payments fail since the release", "lead": { "id": "ada", "name": "Ada Lovelace" },
          "roles": [{
            "role": "manager", "name": "Incident manager", "person": { "id": "ada", "name": "Ada Lovelace" }, "deputy": null
          }],
          "services": ["checkout"], "fields": { "region": "eu" },
          "rooms": [{ "platform": "room", "id": "inc-12", "name": "inc-12-checkout-is-down" }],
          "recurrences": 2, "suppressions": 0,
          "startedAt": "2030-01-02T14:00:00.000Z", "detectedAt": "2030-01-02T14:03:00.000Z",
          "declaredAt": "2030-01-02T14:05:00.000Z", "acknowledgedAt": "2030-01-02T14:06:10.000Z",
          "respondedAt": null, "mitigatedAt": null, "resolvedAt": null, "closedAt": null,
          "acknowledgedBy": { "id": "ada", "name": "Ada Lovelace" }, "parent": null, "mergedInto": null, "version": 5,
          "url": "http://localhost:3978/incidents/INC-12"
        }
        """;

    const string ChangeExample = """
        { "service": "checkout", "what": "release 2030.1.4", "at": "2030-01-02T14:00:00.000Z", "link": "https://ci.example.org/42" }
        """;

    static readonly Doc.Parameter Limit = new("How many at most, from 1 to 500. Default: 50.", "50", Whole: true);
    static readonly Doc.Parameter Cursor = new("“next” of the page before.", "50");
    static readonly Doc.Parameter Reference = new("The incident's reference.", "INC-12");

    public static readonly Doc List = new(
        "listIncidents", "List incidents",
        "Worst and newest first. Private incidents are left out unless the API is a member of them.",
        typeof(ListBody<IncidentBody>), $$"""{ "items": [{{Incident}}], "next": null }""")
    {
        Problems = [Status400BadRequest],
        Parameters = new Dictionary<string, Doc.Parameter>
        {
            ["open"] = new("true: open ones; false: the others. Default: both.", "true", Values: ["true", "false"]),
            ["severity"] = new("Only of this severity.", "SEV1"),
            ["service"] = new("Only those that hit this service, by key or name.", "checkout"),
            ["limit"] = Limit,
            ["cursor"] = Cursor,
        },
    };

    public static readonly Doc Declare = new(
        "declareIncident", "Declare an incident",
        """
        Answers 201 once it is stored for good. With the Idempotency-Key of an earlier request nothing happens a second
        time: the answer is 200 and the incident of the first. With the dedupKey of an incident whose fix is still being
        watched (monitoring) that one is reopened and whoever is on call is called anew: 200 and that incident.
        """,
        typeof(IncidentBody), Incident)
    {
        Body = typeof(DeclareBody),
        BodyExample = """
            { "title": "Checkout is down", "severity": "SEV1", "summary": "Card payments fail since the release",
              "source": "shop monitoring", "dedupKey": "checkout/5xx", "startedAt": "2025-01-02T15:00:00+01:00" }
            """,
        Good = Status201Created,
        Keyed = true,
        Problems =
        [
            Status400BadRequest, Status413PayloadTooLarge, Status415UnsupportedMediaType, Status422UnprocessableEntity,
        ],
    };

    public static readonly Doc Change = new(
        "reportChange", "Report a change",
        "Something that was changed on purpose. Incidents that begin within an hour show it. The same one again changes nothing.",
        typeof(ChangeBody), ChangeExample)
    {
        Body = typeof(ChangeBody),
        BodyExample = ChangeExample,
        Good = Status201Created,
        Problems =
        [
            Status400BadRequest, Status413PayloadTooLarge, Status415UnsupportedMediaType, Status422UnprocessableEntity,
        ],
    };

    public static readonly Doc Show = new(
        "showIncident", "Show an incident", "As it is now.", typeof(IncidentBody), Incident)
    {
        Problems = [Status404NotFound],
        Parameters = new Dictionary<string, Doc.Parameter> { ["reference"] = Reference },
    };

    public static readonly Doc Timeline = new(
        "readTimeline", "Read an incident's timeline",
        "What happened, in the order it was recorded. Notes that were hidden are listed without their text.",
        typeof(ListBody<TimelineEntry>), """
            {
              "items": [{ "id": 1, "at": "2030-01-02T14:05:00.000Z", "recordedAt": "2030-01-02T14:05:00.000Z",
                "kind": "declared", "by": { "id": "ada", "name": "Ada Lovelace" }, "surface": "room",
                "text": "Ada Lovelace declared: Checkout is down", "visibility": "public" }],
              "next": null
            }
            """)
    {
        Problems = [Status400BadRequest, Status404NotFound],
        Parameters = new Dictionary<string, Doc.Parameter>
        {
            ["reference"] = Reference,
            ["limit"] = Limit,
            ["cursor"] = Cursor,
        },
    };

    public static readonly Doc Command = new(
        "runCommand", "Run a command",
        """
        Does whatever a person may type about the incident, as the person “API”. Where a person would get a form, the
        answer is 422 and names what is missing; send the same line again with “answers”.
        """,
        typeof(CommandAnswer),
        $$"""{ "text": "Done\n  API resolved it: rolled back", "refused": false, "incident": {{Incident}} }""")
    {
        Body = typeof(CommandBody),
        BodyExample = """{ "line": "resolve rolled back" }""",
        Keyed = true,
        Problems =
        [
            Status400BadRequest, Status404NotFound, Status413PayloadTooLarge, Status415UnsupportedMediaType,
            Status422UnprocessableEntity,
        ],
        Parameters = new Dictionary<string, Doc.Parameter> { ["reference"] = Reference },
    };

    public static readonly Doc Timers = new(
        "listTimers", "List timers", "What incidents are waiting for, the soonest first.",
        typeof(ListBody<TimerBody>),
        """
        { "items": [{ "reference": "INC-12", "kind": "escalation", "dueAt": "2030-01-02T14:10:00.000Z" }], "next": null }
        """)
    {
        Problems = [Status400BadRequest],
        Parameters = new Dictionary<string, Doc.Parameter> { ["limit"] = Limit, ["cursor"] = Cursor },
    };

    public static readonly Doc Deliveries = new(
        "listDeliveries", "List deliveries", "What became of every page, per channel, the newest first.",
        typeof(ListBody<DeliveryBody>), """
            {
              "items": [{ "id": "7", "reference": "INC-12", "key": "INC-12/1.1/2",
                "whom": { "id": "ada", "name": "Ada Lovelace" }, "channel": "room",
                "outcome": "delivered", "detail": "", "at": "2030-01-02T14:10:01.000Z" }],
              "next": null
            }
            """)
    {
        Problems = [Status400BadRequest],
        Parameters = new Dictionary<string, Doc.Parameter> { ["limit"] = Limit, ["cursor"] = Cursor },
    };
}
