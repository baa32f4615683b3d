using System.Security.Cryptography;
using System.Text;
using IncidentBot.Catalog;

namespace IncidentBot.Settings;

/// <summary>Holds the organisation in force, and swaps it as a whole when its file became another good one.</summary>
public sealed class CurrentOrganisation : ICurrentOrganisation
{
    const int LargestFile = 1024 * 1024;

    readonly string path;
    readonly Organisation before;
    readonly TimeProvider time;
    readonly ILogger log;
    volatile Organisation now;
    string? inForce;
    string? seen;
    string? refused;

    /// <param name="path">Full path of the file.</param>
    /// <param name="required">Whether somebody named it, so that its absence is a mistake.</param>
    /// <param name="before">What holds where the file says nothing.</param>
    /// <exception cref="StartRefusedException">There is such a file and something is wrong with it.</exception>
    public CurrentOrganisation(
        string path, bool required, Organisation before, TimeProvider time, ILogger<CurrentOrganisation> log)
    {
        (this.path, this.before, this.time, this.log) = (path, before, time, log);
        var content = Content.Of(path);
        if (content.Missing && required)
            throw new StartRefusedException(
                $"Organisation:File names {path}, which doesn't exist; correct the path or create the file.");
        now = before;
        if (Read(content) is { Count: > 0 } errors)
            throw new StartRefusedException(errors);
    }

    public Organisation Now => now;

    /// <summary>Full path of the file.</summary>
    public string Path => path;

    /// <summary>
    /// Looks whether the file is another one now. It must be the same in two looks, so that one that is just being
    /// written is left alone until it is complete.
    /// </summary>
    /// <returns>Whether to look again soon.</returns>
    public bool Look()
    {
        var content = Content.Of(path);
        if (content.Hash != seen)
        {
            seen = content.Hash;
            return true;
        }
        if (content.Hash == inForce)
            Refuse([]);
        else if (content.Hash != refused)
        {
            refused = content.Hash;
            Refuse(content.Missing
                ? [$"{path} is gone; put it back, or restart the bot to go on without it."]
                : Read(content));
        }
        return false;
    }

    /// <returns>What is wrong with it; else it is in force.</returns>
    IReadOnlyList<string> Read(Content content)
    {
        var name = System.IO.Path.GetFileName(path);
        if (content.Flaw is { } flaw)
            return [$"{name} {flaw}"];
        var (read, errors) = content.Missing
            ? new OrganisationText.Reading(before, [])
            : OrganisationText.Read(content.Text, name, before);
        if (read is null)
            return errors;

        (inForce, seen, refused) = (content.Hash, content.Hash, null);
        now = read with
        {
            File = new(path, content.Missing ? null : content.Hash[..12], time.GetUtcNow(), []),
        };
        if (content.Missing)
            log.LogInformation("There is no {Path}; the defaults hold", path);
        else
            log.LogInformation("{Path} is in force ({Hash})", path, now.File.Hash);
        return [];
    }

    void Refuse(IReadOnlyList<string> errors)
    {
        foreach (var error in errors)
            log.LogError("Refused, the old one stays in force: {Error}", error);
        if (now.File is { } file && (errors.Count > 0 || file.Refused.Count > 0))
            now = now with { File = file with { Refused = errors } };
        if (errors.Count == 0)
            refused = null;
    }

    /// <summary>What the file held at one moment.</summary>
    /// <param name="Flaw">Why it can't be read, going on after its name.</param>
    sealed record Content(string Hash, string Text, string? Flaw)
    {
        static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

        public bool Missing => Hash == "";

        public static Content Of(string path)
        {
            try
            {
                using var file = new FileStream(
                    path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                var bytes = new byte[(file.CanSeek ? Math.Min(file.Length, LargestFile) : LargestFile) + 1];
                var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
                var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, length)));
                if (length > LargestFile)
                    return new(hash, "", "is larger than 1 MB; leave out what incidents don't need.");
                var text = Strict.GetString(bytes, 0, length).TrimStart('\uFEFF');
                return string.IsNullOrWhiteSpace(text)
                    ? new(hash, "", "is empty; write something into it (a comment is enough) or delete it.")
                    : new(hash, text, null);
            }
            catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
            {
                return new("", "", null);
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                return new("unreadable", "", "can't be read; let the bot's user read it, and see that it is a file.");
            }
            catch (DecoderFallbackException)
            {
                return new("not UTF-8", "", "is not UTF-8 text; save it as UTF-8.");
            }
        }
    }
}
