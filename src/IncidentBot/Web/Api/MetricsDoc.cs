using static Microsoft.AspNetCore.Http.StatusCodes;

namespace IncidentBot.Web.Api;

/// <summary>What the OpenAPI document says about the figures.</summary>
static class MetricsDoc
{
    const string Times = """
        { "mttd": { "count": 5, "mean": 240, "median": 180, "p90": 600 }, "mtta": { "count": 6, "mean": 95, "median": 60, "p90": 300 } }
        """;

    const string Tally = $$"""
        {
          "incidents": 6, "resolved": 5, "times": {{Times}}, "fcr": { "part": 3, "of": 5, "share": 0.6 },
          "csat": { "part": 3, "of": 4, "share": 0.75 }, "handling": { "count": 4, "mean": 4.25 }, "cost": 1250.5
        }
        """;

    public static readonly Doc Show = new(
        "showMetrics", "The figures of a period",
        "How often incidents happened, how long each step took (mean, median and 90th percentile by nearest rank, in seconds), and "
        + "the same for the period before. Private incidents are left out unless the API is a member of them.",
        typeof(MetricsBody),
        $$"""
        {
          "from": "2030-01-01T00:00:00.000Z", "to": "2030-01-31T00:00:00.000Z", "days": 30, "by": "service",
          "formulas": { "mtta": "mean(acknowledged − detected)" }, "excluded": "Drills don't count.",
          "now": {{Tally}}, "before": {{Tally}},
          "groups": [{ "key": "checkout", "name": "Checkout", "now": {{Tally}}, "before": {{Tally}} }],
          "targets": [{ "target": "resolve", "inside": { "part": 5, "of": 6, "share": 0.8333 } }], "currency": "EUR", "uncounted": 0
        }
        """)
    {
        Problems = [Status400BadRequest],
        Parameters = new Dictionary<string, Doc.Parameter>
        {
            ["days"] = new("How many days up to now, from 1 to 366. Default: 30.", "30", Whole: true),
            ["by"] = new("Tell them apart by this.", "service", Values: ["service", "team", "category", "severity", "source"]),
            ["service"] = new("Only of this service.", "checkout"),
            ["team"] = new("Only of services that this group owns.", "payments"),
            ["category"] = new("Only of this category.", "software"),
            ["severity"] = new("Only of this severity.", "SEV1"),
            ["source"] = new("Only from this source.", "staff"),
        },
    };
}
