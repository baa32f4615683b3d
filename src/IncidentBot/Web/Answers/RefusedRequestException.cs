namespace IncidentBot.Web.Answers;

/// <summary>A request that can't be answered otherwise; thrown where it is found out, written in one place.</summary>
public sealed class RefusedRequestException(Problem problem) : Exception(problem.Detail)
{
    public Problem Problem => problem;
}
