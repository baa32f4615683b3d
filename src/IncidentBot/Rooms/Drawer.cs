using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace IncidentBot.Rooms;

/// <summary>Draws components to text: whole pages, and the pieces that a live page asks for.</summary>
public sealed class Drawer(IServiceProvider services, ILoggerFactory loggers)
{
    /// <param name="parameters">By name, as the component has them.</param>
    public async Task<string> Draw<TComponent>(params (string Name, object? Value)[] parameters) where TComponent : IComponent
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        var values = ParameterView.FromDictionary(parameters.ToDictionary(one => one.Name, one => one.Value));
        return await renderer.Dispatcher.InvokeAsync(
            async () => (await renderer.RenderComponentAsync<TComponent>(values)).ToHtmlString());
    }

    public async Task<IResult> Page<TComponent>(int status, params (string Name, object? Value)[] parameters)
        where TComponent : IComponent =>
        Results.Content(await Draw<TComponent>(parameters), "text/html; charset=utf-8", statusCode: status);
}
