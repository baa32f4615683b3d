using System.Text.Json.Serialization;
using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <summary>
/// Something that happened to an incident. Stored for ever, in order, and read back as its timeline; so a case is
/// never renamed and never loses a field. A new one is a record beside its family and one line here.
/// </summary>
[JsonDerivedType(typeof(Declared), "declared")]
[JsonDerivedType(typeof(TriageEnded), "triage-ended")]
[JsonDerivedType(typeof(Acknowledged), "acknowledged")]
[JsonDerivedType(typeof(AcknowledgementConfirmed), "acknowledgement-confirmed")]
[JsonDerivedType(typeof(AcknowledgementEnded), "acknowledgement-ended")]
[JsonDerivedType(typeof(StatusChanged), "status-changed")]
[JsonDerivedType(typeof(Mitigated), "mitigated")]
[JsonDerivedType(typeof(Resolved), "resolved")]
[JsonDerivedType(typeof(ResolutionAmended), "resolution-amended")]
[JsonDerivedType(typeof(Reopened), "reopened")]
[JsonDerivedType(typeof(Closed), "closed")]
[JsonDerivedType(typeof(Declined), "declined")]
[JsonDerivedType(typeof(Canceled), "canceled")]
[JsonDerivedType(typeof(Merged), "merged")]
[JsonDerivedType(typeof(DuplicateMerged), "duplicate-merged")]
[JsonDerivedType(typeof(SubIncidentDeclared), "sub-incident-declared")]
[JsonDerivedType(typeof(FixConfirmed), "fix-confirmed")]
[JsonDerivedType(typeof(StakeholdersTold), "stakeholders-told")]
[JsonDerivedType(typeof(ReviewScheduled), "review-scheduled")]
[JsonDerivedType(typeof(ReviewWaived), "review-waived")]
[JsonDerivedType(typeof(ReviewOpened), "review-opened")]
[JsonDerivedType(typeof(ReviewDrafted), "review-drafted")]
[JsonDerivedType(typeof(ReviewDraftAsked), "review-draft-asked")]
[JsonDerivedType(typeof(ReviewSectionWritten), "review-section-written")]
[JsonDerivedType(typeof(ReviewCommented), "review-commented")]
[JsonDerivedType(typeof(ReviewOwnerChanged), "review-owner-changed")]
[JsonDerivedType(typeof(ReviewDueChanged), "review-due-changed")]
[JsonDerivedType(typeof(ReviewSent), "review-sent")]
[JsonDerivedType(typeof(ReviewReturned), "review-returned")]
[JsonDerivedType(typeof(ReviewPublished), "review-published")]
[JsonDerivedType(typeof(ReviewClosed), "review-closed")]
[JsonDerivedType(typeof(ReviewReopened), "review-reopened")]
[JsonDerivedType(typeof(ReviewPosted), "review-posted")]
[JsonDerivedType(typeof(SeverityChanged), "severity-changed")]
[JsonDerivedType(typeof(PriorityChanged), "priority-changed")]
[JsonDerivedType(typeof(Assessed), "assessed")]
[JsonDerivedType(typeof(CategoryChanged), "category-changed")]
[JsonDerivedType(typeof(TypeChanged), "type-changed")]
[JsonDerivedType(typeof(ServiceAdded), "service-added")]
[JsonDerivedType(typeof(ServiceRemoved), "service-removed")]
[JsonDerivedType(typeof(FieldSet), "field-set")]
[JsonDerivedType(typeof(PrivacyChanged), "privacy-changed")]
[JsonDerivedType(typeof(RoleAssigned), "role-assigned")]
[JsonDerivedType(typeof(RoleLeft), "role-left")]
[JsonDerivedType(typeof(DeputyNamed), "deputy-named")]
[JsonDerivedType(typeof(HandOffOffered), "hand-off-offered")]
[JsonDerivedType(typeof(HandOffAccepted), "hand-off-accepted")]
[JsonDerivedType(typeof(HandOffDeclined), "hand-off-declined")]
[JsonDerivedType(typeof(Joined), "joined")]
[JsonDerivedType(typeof(Left), "left")]
[JsonDerivedType(typeof(Subscribed), "subscribed")]
[JsonDerivedType(typeof(Unsubscribed), "unsubscribed")]
[JsonDerivedType(typeof(Renamed), "renamed")]
[JsonDerivedType(typeof(SummaryWritten), "summary-written")]
[JsonDerivedType(typeof(Noted), "noted")]
[JsonDerivedType(typeof(NoteHidden), "note-hidden")]
[JsonDerivedType(typeof(NoteShared), "note-shared")]
[JsonDerivedType(typeof(NoteCorrected), "note-corrected")]
[JsonDerivedType(typeof(FileShared), "file-shared")]
[JsonDerivedType(typeof(LinkShared), "link-shared")]
[JsonDerivedType(typeof(QuoteEdited), "quote-edited")]
[JsonDerivedType(typeof(QuoteGone), "quote-gone")]
[JsonDerivedType(typeof(UpdatePosted), "update-posted")]
[JsonDerivedType(typeof(WhyAnswered), "why-answered")]
[JsonDerivedType(typeof(WhyCorrected), "why-corrected")]
[JsonDerivedType(typeof(WhyWithdrawn), "why-withdrawn")]
[JsonDerivedType(typeof(RootCauseMarked), "root-cause-marked")]
[JsonDerivedType(typeof(WhyProblemWorded), "why-problem-worded")]
[JsonDerivedType(typeof(FishboneCauseAdded), "fishbone-cause-added")]
[JsonDerivedType(typeof(FishboneCauseCorrected), "fishbone-cause-corrected")]
[JsonDerivedType(typeof(FishboneCauseWithdrawn), "fishbone-cause-withdrawn")]
[JsonDerivedType(typeof(FishboneCauseMarked), "fishbone-cause-marked")]
[JsonDerivedType(typeof(FaultGateAdded), "fault-gate-added")]
[JsonDerivedType(typeof(FaultEventAdded), "fault-event-added")]
[JsonDerivedType(typeof(FaultHung), "fault-hung")]
[JsonDerivedType(typeof(FaultUnhung), "fault-unhung")]
[JsonDerivedType(typeof(FaultProbabilitySet), "fault-probability-set")]
[JsonDerivedType(typeof(FaultGateChanged), "fault-gate-changed")]
[JsonDerivedType(typeof(FaultCorrected), "fault-corrected")]
[JsonDerivedType(typeof(FaultWithdrawn), "fault-withdrawn")]
[JsonDerivedType(typeof(TaskAdded), "task-added")]
[JsonDerivedType(typeof(TaskChanged), "task-changed")]
[JsonDerivedType(typeof(TaskDone), "task-done")]
[JsonDerivedType(typeof(TaskReopened), "task-reopened")]
[JsonDerivedType(typeof(TaskDropped), "task-dropped")]
[JsonDerivedType(typeof(TasksReminded), "tasks-reminded")]
[JsonDerivedType(typeof(TaskLinked), "task-linked")]
[JsonDerivedType(typeof(WorkstreamOpened), "workstream-opened")]
[JsonDerivedType(typeof(WorkstreamLed), "workstream-led")]
[JsonDerivedType(typeof(WorkstreamReported), "workstream-reported")]
[JsonDerivedType(typeof(WorkstreamPaced), "workstream-paced")]
[JsonDerivedType(typeof(WorkstreamPostponed), "workstream-postponed")]
[JsonDerivedType(typeof(WorkstreamDone), "workstream-done")]
[JsonDerivedType(typeof(WorkstreamDropped), "workstream-dropped")]
[JsonDerivedType(typeof(WorkstreamReopened), "workstream-reopened")]
[JsonDerivedType(typeof(WorkstreamRenamed), "workstream-renamed")]
[JsonDerivedType(typeof(CheckInsAsked), "check-ins-asked")]
[JsonDerivedType(typeof(CheckInsMissed), "check-ins-missed")]
[JsonDerivedType(typeof(HypothesisRaised), "hypothesis-raised")]
[JsonDerivedType(typeof(HypothesisTaken), "hypothesis-taken")]
[JsonDerivedType(typeof(EvidenceGiven), "evidence-given")]
[JsonDerivedType(typeof(HypothesisJudged), "hypothesis-judged")]
[JsonDerivedType(typeof(ChecklistAttached), "checklist-attached")]
[JsonDerivedType(typeof(StepTicked), "step-ticked")]
[JsonDerivedType(typeof(StepUnticked), "step-unticked")]
[JsonDerivedType(typeof(ExerciseBegun), "exercise-begun")]
[JsonDerivedType(typeof(ExerciseStepped), "exercise-stepped")]
[JsonDerivedType(typeof(ExerciseAnswered), "exercise-answered")]
[JsonDerivedType(typeof(TimeCorrected), "time-corrected")]
[JsonDerivedType(typeof(BridgeSet), "bridge-set")]
[JsonDerivedType(typeof(RoomAsked), "room-asked")]
[JsonDerivedType(typeof(RoomOpened), "room-opened")]
[JsonDerivedType(typeof(ArchiveAsked), "archive-asked")]
[JsonDerivedType(typeof(RoomArchived), "room-archived")]
[JsonDerivedType(typeof(RoomRenamed), "room-renamed")]
[JsonDerivedType(typeof(RoomLost), "room-lost")]
[JsonDerivedType(typeof(Escalated), "escalated")]
[JsonDerivedType(typeof(Reminded), "reminded")]
[JsonDerivedType(typeof(RemindersSnoozed), "reminders-snoozed")]
[JsonDerivedType(typeof(PageFellBack), "page-fell-back")]
[JsonDerivedType(typeof(ReporterAnswered), "reporter-answered")]
[JsonDerivedType(typeof(SatisfactionGiven), "satisfaction-given")]
[JsonDerivedType(typeof(HandlingRated), "handling-rated")]
[JsonDerivedType(typeof(TimesConfirmed), "times-confirmed")]
[JsonDerivedType(typeof(DirectCostAdded), "direct-cost-added")]
[JsonDerivedType(typeof(TargetAtRisk), "target-at-risk")]
[JsonDerivedType(typeof(TargetMissed), "target-missed")]
public abstract record IncidentEvent(Origin From)
{
    /// <summary>When it happened; for most facts when it was recorded.</summary>
    [JsonIgnore]
    public DateTimeOffset At => Happened;

    /// <summary>What the incident is after this happened.</summary>
    public abstract Incident ApplyTo(Incident incident);

    /// <summary>The line people read on the timeline.</summary>
    public abstract ChatText Describe();

    /// <summary>Whether readers outside the response may see it.</summary>
    [JsonIgnore]
    public bool Public => ForEverybody;

    /// <summary>Whether a person who does this works on the incident; acknowledging it or looking on is not that yet.</summary>
    [JsonIgnore]
    public bool Responds => IsResponse;

    /// <summary>Words of it that a search should find; null: none.</summary>
    [JsonIgnore]
    public string? Searchable => Findable;

    protected Person By => From.By;

    // What a fact answers itself is not public, and so never stored beside what it was made of.
    protected virtual DateTimeOffset Happened => From.At;
    protected virtual bool ForEverybody => false;
    protected virtual bool IsResponse => true;
    protected virtual string? Findable => null;
}
