using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace IncidentBot.Rooms.Pages;

/// <summary>A time of day that the browser shows in the reader's own zone.</summary>
public sealed class Moment : ComponentBase
{
    [Parameter, EditorRequired]
    public DateTimeOffset At { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder) => Text.Time(builder, At);
}
