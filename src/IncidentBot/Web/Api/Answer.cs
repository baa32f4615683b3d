using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace IncidentBot.Web.Api;

/// <summary>Writes an answer of the API; nobody keeps a copy of it on the way.</summary>
static class Answer
{
    public static Task Write<T>(HttpContext http, T body, JsonTypeInfo<T> type)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, type);
        http.Response.ContentLength = bytes.Length;
        return http.Response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
    }
}

/// <summary>The methods by which something is read.</summary>
static class Verbs
{
    public static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];
}
