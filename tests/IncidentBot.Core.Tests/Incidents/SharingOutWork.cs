using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Incidents;

public class SharingOutWork
{
    static readonly TaskDetails Restart = new("Restart the gateway", Ada, Moment.AddHours(1), P2, false);
    static readonly TaskDetails Alert = new("Alert on full disks", null, null, null, true);

    static readonly Incident Shared = OpenIncident().Apply([new TaskAdded(1, Restart, From(Ada)), new TaskAdded(2, Alert, From(Ada))]);

    [Fact]
    public void Numbers_what_is_to_be_done_and_never_gives_a_number_twice()
    {
        Assert.Equal(1, OpenIncident().AddTask(Restart with { Text = " Restart the gateway " }, From(Ada)).ShouldAccept<TaskAdded>().Number);
        var dropped = Shared.After(Shared.DropTask(2, "there is one", From(Ada)));
        Assert.Equal(3, dropped.AddTask(Alert, From(Ada)).ShouldAccept<TaskAdded>().Number);
        Assert.Equal([1], dropped.OpenTasks.Select(task => task.Number));
        Shared.AddTask(Restart with { Text = "restart the GATEWAY", Owner = null }, From(Ada)).ShouldNotChange("That is there already, as task 1.");
    }

    [Fact]
    public void Says_what_is_wrong_with_one()
    {
        Shared.AddTask(Alert with { Text = " " }, From(Ada)).ShouldReject("Say what is to be done: `task restart the gateway @ada due friday`.", "text");
        Shared.AddTask(Alert with { Text = new('x', 301) }, From(Ada)).ShouldReject("Say it within 300 characters; the rest fits into a note.", "text");
        Shared.AddTask(Alert with { Text = "x", Due = Moment }, From(Ada)).ShouldReject("That due time is over already; give a later one.", "due");
        Shared.FinishTask(7, From(Ada)).ShouldReject("INC-1 has no task 7. `task INC-1 list` shows their numbers.", "task");
        OpenIncident().FinishTask(1, From(Ada)).ShouldReject("INC-1 has no tasks yet. Add the first: `task INC-1 restart the gateway`.", "task");
        var full = OpenIncident().Apply(Enumerable.Range(1, ActionItem.MostOpen).Select(number => new TaskAdded(number, Alert with { Text = $"{number}" }, From(Ada))));
        full.AddTask(Restart, From(Ada)).ShouldReject("There are 50 open ones already. Do or drop one first: `task INC-1 drop 1`.", "text");
    }

    [Fact]
    public void Is_done_reopened_and_dropped_once()
    {
        var done = Shared.After(Shared.FinishTask(1, From(Grace)));

        Assert.Equal((TaskState.Done, Grace), (done.FindTask(1)!.State, done.FindTask(1)!.EndedBy));
        done.FinishTask(1, From(Ada)).ShouldNotChange("Task 1 is already done, by Grace.");
        done.ChangeTask(1, what => what with { Owner = Grace }, From(Ada)).ShouldReject("Task 1 is done. `task INC-1 reopen 1` it first.", "task");
        done.DropTask(1, "", From(Ada)).ShouldReject("Task 1 is done. `task INC-1 reopen 1` it first.", "task");
        Assert.True(done.After(done.ReopenTask(1, From(Ada))).FindTask(1)!.IsOpen);
        var dropped = Shared.After(Shared.DropTask(2, " there is one ", From(Ada)));
        Assert.Equal("there is one", dropped.FindTask(2)!.DroppedBecause);
        dropped.FinishTask(2, From(Ada)).ShouldReject("Follow-up 2 is dropped. `task INC-1 reopen 2` it first.", "task");
        Shared.ReopenTask(1, From(Ada)).ShouldNotChange("Task 1 is open.");
    }

    [Fact]
    public void Changes_hands_and_keeps_what_it_was()
    {
        var given = Shared.ChangeTask(1, what => what with { Owner = Grace, Due = null }, From(Ada)).ShouldAccept<TaskChanged>();

        Assert.Equal(Restart, given.Was);
        Assert.Equal("Ada changed task 1: Grace does it, no due time (it was 2030-01-02 04:04 UTC)", PlainText.Of(given.Describe()));
        Shared.ChangeTask(1, what => what, From(Ada)).ShouldNotChange("Task 1 is so already.");
        // What is overdue may still change hands.
        Shared.ChangeTask(1, what => what with { Owner = Grace }, From(Ada, Moment.AddDays(2))).ShouldAccept();
    }

    [Fact]
    public void Ends_with_the_incident_but_for_the_follow_ups()
    {
        var resolved = Shared.Apply(new Resolved(Fix, From(Ada)));
        var closed = resolved.Apply(new Closed(From(Ada)));
        var canceled = Shared.Apply(new Canceled("", From(Ada)));

        foreach (var over in new[] { resolved, closed })
        {
            Assert.Equal([2], over.OpenTasks.Select(task => task.Number));
            over.AddTask(Alert with { Text = "x" }, From(Ada)).ShouldAccept<TaskAdded>();
            over.FinishTask(2, From(Ada)).ShouldAccept<TaskDone>();
            over.FinishTask(1, From(Ada)).ShouldAccept<TaskDone>();
        }
        closed.AddTask(Restart with { Text = "x" }, From(Ada)).ShouldReject("INC-1 is closed; what is left to do is a follow-up: `followup INC-1 …`.");
        Assert.Equal([1, 2], closed.After(closed.ChangeTask(1, what => what with { FollowUp = true }, From(Ada))).OpenTasks.Select(task => task.Number));
        Assert.Empty(canceled.OpenTasks);
        canceled.AddTask(Alert with { Text = "x" }, From(Ada)).ShouldReject("INC-1 is canceled and stays so. `declare` a new one if it is back.");
    }

    [Fact]
    public void Begins_with_the_follow_ups_of_the_resolution()
    {
        var facts = Shared.Resolve(new("fixed", "", null, "", "- alert on FULL disks\n\n• own the quiet alerts \n* own the quiet alerts"), Org(), From(Ada)).ShouldAccept();

        Assert.Equal(["Resolved", "TaskAdded"], facts.Select(fact => fact.GetType().Name));
        Assert.Equal("own the quiet alerts", Assert.Single(Shared.Apply(facts).FollowUps, task => task.Number == 3).What.Text);
    }

    [Fact]
    public void Lets_whoever_has_a_task_see_a_private_incident()
    {
        var hidden = OpenIncident(@private: true);
        Assert.DoesNotContain(Grace, hidden.Members);
        Assert.Contains(Grace, hidden.Apply(new TaskAdded(1, Restart with { Owner = Grace }, From(Ada))).Members);
    }
}
