using IncidentBot.Catalog;

namespace IncidentBot.Settings;

/// <summary>What somebody wrote into their organisation's file, read.</summary>
static class Written
{
    public static Organisation Good(string yaml, Organisation? before = null)
    {
        var (organisation, errors) = OrganisationText.Read(yaml, "organisation.yaml", before ?? new());
        Assert.Empty(errors);
        return organisation!;
    }

    /// <summary>The errors, in the order they are shown.</summary>
    public static IReadOnlyList<string> Bad(string yaml)
    {
        var (organisation, errors) = OrganisationText.Read(yaml, "organisation.yaml", new());
        Assert.Null(organisation);
        return errors;
    }
}
