using IncidentBot.Catalog;
using Microsoft.AspNetCore.Http.Metadata;

namespace IncidentBot.Rooms;

/// <summary>Lets a request be as large as a picture that people may share, and what is sent with it.</summary>
/// <param name="MaxRequestBodySize">In bytes.</param>
sealed record WithPicture(long? MaxRequestBodySize) : IRequestSizeLimitMetadata
{
    const long Besides = 1024 * 1024;

    public static WithPicture For(Organisation org) => new((org.Timeline.LargestPicture * 1024L * 1024) + Besides);
}
