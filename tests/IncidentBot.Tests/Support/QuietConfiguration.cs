using System.Runtime.CompilerServices;

namespace IncidentBot.Support;

/// <summary>Hundreds of bots are started side by side; that each watches its settings' files is more than a system allows.</summary>
static class QuietConfiguration
{
    [ModuleInitializer]
    internal static void Set() => Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
}
