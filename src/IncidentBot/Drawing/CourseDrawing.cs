using System.Globalization;
using IncidentBot.Metrics;
using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace IncidentBot.Drawing;

/// <summary>How many incidents there were, bar by bar, and above them how long resolving took.</summary>
public sealed class CourseDrawing(Report report) : IDrawing
{
    const int Width = 720;
    const int Height = 320;
    const int MostLabels = 10;

    static CourseDrawing() => OwnFont.Use();

    public SKSize Size => new(Width, Height);

    public void On(SKCanvas canvas)
    {
        using var plot = new Plot();
        var bars = plot.Add.Bars(
            [.. report.Course.Select((_, at) => (double)at)], [.. report.Course.Select(bar => (double)bar.Incidents)]);
        bars.Color = Of(Ink.Accent);
        foreach (var bar in bars.Bars)
            bar.LineWidth = 0;
        bars.LegendText = "incidents";
        Resolving(plot);
        plot.Axes.Title.Label.Text = $"Incidents, {report.Asked.Period.Days} days";
        plot.Axes.Left.Label.Text = report.Asked.Period.Step == 1 ? "a day" : $"in {report.Asked.Period.Step} days";
        plot.Axes.Left.TickGenerator = new NumericAutomatic { IntegerTicksOnly = true };
        plot.Axes.Bottom.TickGenerator = Days();
        plot.Axes.Margins(bottom: 0);
        plot.Axes.SetLimitsY(0, Math.Max(1, report.Course.Max(bar => bar.Incidents)) * 1.25);
        plot.ShowLegend(Edge.Bottom);
        plot.Render(canvas, Width, Height);
    }

    void Resolving(Plot plot)
    {
        var known = report.Course.Select((bar, at) => (at, bar.Resolve)).Where(one => one.Resolve is not null).ToArray();
        if (known.Length == 0)
            return;
        var (unit, divisor) = known.Max(one => one.Resolve!.Value) < TimeSpan.FromHours(2) ? ("minutes", 60d) : ("hours", 3600d);
        var line = plot.Add.Scatter(
            known.Select(one => (double)one.at).ToArray(), [.. known.Select(one => one.Resolve!.Value.TotalSeconds / divisor)]);
        line.Axes.YAxis = plot.Axes.Right;
        line.Color = Of(Ink.Alarm);
        line.MarkerSize = 8;
        line.LineWidth = 0;
        line.LegendText = $"median {unit} to resolve";
        plot.Axes.Right.Label.Text = $"{unit} to resolve";
        plot.Axes.SetLimitsY(0, known.Max(one => one.Resolve!.Value.TotalSeconds / divisor) * 1.25, plot.Axes.Right);
    }

    NumericManual Days()
    {
        var every = (report.Course.Count + MostLabels - 1) / MostLabels;
        var ticks = new NumericManual();
        for (var at = 0; at < report.Course.Count; at++)
            if (at % every == 0)
                ticks.AddMajor(at, report.Course[at].From.ToString("d MMM", CultureInfo.InvariantCulture));
        return ticks;
    }

    static Color Of(SKColor colour) => new(colour.Red, colour.Green, colour.Blue);
}
