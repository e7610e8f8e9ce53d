using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;

namespace Federation.Governance.Federating;

/// <summary>A matter before a circle, and the child it came up from; -1 for none.</summary>
internal readonly record struct Coming(Referral Referral, int From)
{
    public Proposal Proposal => Referral.Proposal;
}

/// <summary>How far the matters before a meeting were looked into.</summary>
internal enum Stage : byte
{
    Gathered = 0,
    Routed = 1,
    Consulted = 2,
}

/// <summary>What lies before a circle's meeting, and what was settled below meanwhile.</summary>
/// <remarks>
/// Before the circle meets, two extra waves may go down: a matter that lies in one child's domain goes
/// to that child (subsidiarity), and children whose domain is to change are consulted. Neither is sent
/// where nothing asks for it.
/// </remarks>
internal sealed record Intake(ImmutableArray<Coming> Coming, ImmutableArray<Taken> Taken, Stage Stage)
{
    /// <summary>Objections from below to agreements in force.</summary>
    public ImmutableArray<Objected> Objected { get; init; } = [];

    /// <summary>What settled matters took of people below.</summary>
    public ImmutableArray<TimeSpent> Spent { get; init; } = [];

    /// <summary>The next of the extra waves; null when the circle can meet.</summary>
    public static (Work Work, Turn.Ask? Ask) Next(Work work, Request request, Days day, Surroundings here)
    {
        if (work.Intake!.Stage == Stage.Gathered)
        {
            work = At(work, Stage.Routed);
            (work, var asks) = Route(work, request, day, here);
            if (!asks.IsEmpty) return (work, new Turn.Ask(work, asks));
        }

        if (work.Intake!.Stage == Stage.Routed)
        {
            work = At(work, Stage.Consulted);
            var asks = Consult(work, request, day, here);
            if (!asks.IsEmpty) return (work, new Turn.Ask(work, asks));
        }

        return (work, null);
    }

    /// <summary>Takes up what children said to the wave asked last.</summary>
    public static Work Take(Work work, ImmutableArray<Answer?> answers)
    {
        var intake = work.Intake!;
        var (coming, taken) = (intake.Coming, intake.Taken);
        var links = work.Circle.Links.ToBuilder();
        for (var child = 0; child < links.Count; child++)
        {
            if (answers[child] is not { } answer || answer.Seal == links[child].Seal) continue;
            var link = links[child] with { Seal = answer.Seal };
            if (answer.Reply is Reply.Routed routed)
            {
                taken = taken.AddRange(routed.Taken);
                foreach (var referral in routed.Referred) coming = coming.Add(new Coming(referral, child));
            }
            else if (answer.Reply is Reply.Consulted consulted)
            {
                foreach (var stance in consulted.Stances) (coming, link) = Hear(coming, link, stance);
            }

            links[child] = link;
        }

        return work with
        {
            Circle = work.Circle with { Links = links.DrainToImmutable() },
            Intake = intake with { Coming = coming, Taken = taken },
        };
    }

    private static Work At(Work work, Stage stage) => work with { Intake = work.Intake! with { Stage = stage } };

    /// <summary>The key of an extra wave: whoever starts it does so once in a cycle.</summary>
    private static int Starter(Request request, Surroundings here) =>
        request.Kind == Kind.Route ? request.Version : here.Depth;

    private static (Work Work, ImmutableArray<(int Child, Request Request)> Asks) Route(
        Work work, Request request, Days day, Surroundings here)
    {
        var intake = work.Intake!;
        var down = new SortedDictionary<int, ImmutableArray<Referral>>();
        var kept = ImmutableArray.CreateBuilder<Coming>(intake.Coming.Length);
        var entries = work.Entries;
        foreach (var coming in intake.Coming)
        {
            var covering = Owning.Covering(work.Circle, coming.Proposal, here);
            if (covering.Count != 1 || covering[0] == coming.From)
            {
                kept.Add(coming);
                continue;
            }

            var child = covering[0];
            if (!LinkLoss.Falls(work.Circle, child, coming.Proposal.Id, here))
            {
                work = LinkLoss.Missing(
                    work with { Entries = entries }, request with
                    {
                        Decision = coming.Proposal.Id, Version = 0, Day = day,
                    },
                    child, coming.Proposal.Text);
                entries = work.Entries;
                intake = intake with
                {
                    Taken = intake.Taken.Add(new Taken(
                        coming.Proposal, here.Id, false, here.StatusQuo, 0, Rung.Park, coming.Referral.Effort)),
                };
                continue;
            }

            down[child] = down.GetValueOrDefault(child, []).Add(coming.Referral);
            entries = entries.Add(new Entry(
                EntryKind.Routed, request.Cycle, day.Mid, coming.Proposal.Id, 0, 0,
                Speaker.Circle with { Via = child }, Argument.None, coming.Proposal.Text, coming.Proposal.Text));
        }

        work = work with { Entries = entries, Intake = intake with { Coming = kept.DrainToImmutable() } };
        return (work, [.. down.Select(one => (one.Key, request with
        {
            Version = Starter(request, here),
            Day = day,
            Asking = new Asking.Route(one.Value),
        }))]);
    }

    private static ImmutableArray<(int Child, Request Request)> Consult(
        Work work, Request request, Days day, Surroundings here)
    {
        var asked = new SortedDictionary<int, ImmutableArray<Proposal>>();
        foreach (var coming in work.Intake!.Coming)
        {
            if (coming.Proposal.Change is not { } change || change.Parent != here.Id) continue;
            foreach (var child in Owning.Concerned(work.Circle, change, here))
                asked[child] = asked.GetValueOrDefault(child, []).Add(coming.Proposal);
        }

        return [.. asked.Select(one => (one.Key, request with
        {
            Version = Starter(request, here),
            Day = day,
            Asking = new Asking.Consult(one.Value),
        }))];
    }

    /// <summary>A child's links speak in the meeting for what it said when it was consulted.</summary>
    private static (ImmutableArray<Coming> Coming, DoubleLink Link) Hear(
        ImmutableArray<Coming> coming, DoubleLink link, Stance stance)
    {
        for (var i = 0; i < coming.Length; i++)
        {
            var (referral, from) = coming[i];
            if (referral.Proposal.Id != stance.Decision) continue;
            coming = coming.SetItem(
                i, new Coming(referral with { Effort = referral.Effort.Plus(stance.Effort) }, from));
            link = stance.SpeaksThrough(link, referral.Proposal.Dimensions);
        }

        return (coming, link);
    }
}
