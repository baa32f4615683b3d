using IncidentBot.Incidents;

namespace IncidentBot.Exports;

/// <summary>What a line of the timeline is about.</summary>
public enum Strand
{
    /// <summary>What people wrote down or kept.</summary>
    Notes,

    /// <summary>What readers outside the response were told.</summary>
    Updates,

    /// <summary>How it stood: declared, acknowledged, resolved.</summary>
    Status,

    /// <summary>Who took part, and as what.</summary>
    People,

    /// <summary>Who was called, and who was reminded.</summary>
    Calls,

    /// <summary>How bad it was, what it touched, and everything else.</summary>
    Details,
}

static class Strands
{
    public static Strand Of(IncidentEvent fact) => fact switch
    {
        Noted or NoteHidden or NoteShared or SummaryWritten or WhyAnswered or WhyCorrected or WhyWithdrawn or RootCauseMarked
            or WhyProblemWorded or TaskAdded or TaskChanged or TaskDone or TaskReopened or TaskDropped or TaskLinked
            or WorkstreamOpened or WorkstreamReported or WorkstreamDone or WorkstreamDropped or WorkstreamReopened or WorkstreamRenamed
            or HypothesisRaised or HypothesisTaken or EvidenceGiven or HypothesisJudged
            or ChecklistAttached or StepTicked or StepUnticked
            or FishboneCauseAdded or FishboneCauseCorrected or FishboneCauseWithdrawn or FishboneCauseMarked
            or FaultGateAdded or FaultEventAdded or FaultHung or FaultUnhung or FaultProbabilitySet or FaultGateChanged
            or FaultCorrected or FaultWithdrawn or ReviewEvent => Strand.Notes,
        NoteCorrected or QuoteEdited or QuoteGone or FileShared or LinkShared => Strand.Notes,
        ExerciseBegun or ExerciseStepped or ExerciseAnswered => Strand.Notes,
        UpdatePosted or StakeholdersTold => Strand.Updates,
        Declared or TriageEnded or Acknowledged or AcknowledgementConfirmed or AcknowledgementEnded or StatusChanged or Mitigated
            or Resolved or ResolutionAmended or Reopened or Closed or Declined or Canceled or Merged or DuplicateMerged
            or SubIncidentDeclared or FixConfirmed or ReporterAnswered => Strand.Status,
        RoleAssigned or RoleLeft or DeputyNamed or HandOffOffered or HandOffAccepted or HandOffDeclined or Joined or Left
            or WorkstreamLed or Subscribed or Unsubscribed => Strand.People,
        Escalated or Reminded or RemindersSnoozed or PageFellBack or TasksReminded
            or CheckInsAsked or CheckInsMissed or WorkstreamPaced or WorkstreamPostponed => Strand.Calls,
        Escalated or Reminded or RemindersSnoozed or PageFellBack or TargetAtRisk or TargetMissed => Strand.Calls,
        _ => Strand.Details,
    };
}
