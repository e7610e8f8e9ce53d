namespace Federation.Testing.Simulating;

/// <summary>Carries requests and answers between silos, and asks again what was not answered.</summary>
internal sealed class Network(Simulation simulation, Cluster cluster)
{
    private const int LagMost = 4;
    private const int Patience = 60;
    private const int BackOffMost = 6;

    public int AskedAgain { get; private set; }
    public int Refused { get; private set; }

    public void Send(Silo from, Call call)
    {
        if (call.IsOver) return;
        if (call.Attempt++ == 0)
        {
            from.Calls.RemoveAll(one => one.IsOver);
            from.Calls.Add(call);
        }
        else if (!simulation.Protocol.AsksAgain)
        {
            return;
        }
        else
        {
            AskedAgain++;
        }

        var attempt = call.Attempt;
        simulation.In(Patience, from, () => { if (call.Attempt == attempt) Send(from, call); });
        var mishap = simulation.Mishaps.Next(Occasion.Request);
        var to = Target(from, call, mishap);
        call.To = to;
        if (mishap?.Fault is Fault.RequestLost) return;
        var late = mishap?.Fault is Fault.RequestLate ? mishap.Value.Moments : 0;
        Deliver(from, to, call, attempt, late);
        if (mishap?.Fault is Fault.RequestTwice) Deliver(from, to, call, attempt, mishap.Value.Moments);
    }

    private Silo Target(Silo from, Call call, Mishap? mishap)
    {
        if (mishap is { Fault: Fault.SecondActivation } second && cluster.Table.Count > 0)
            return cluster.Table[second.Silo % cluster.Table.Count];
        return from.Place(call.Circle);
    }

    private void Deliver(Silo from, Silo to, Call call, int attempt, int late)
    {
        if (from.CutFrom.Contains(to)) return;
        simulation.In(late + simulation.Lag(LagMost), to, () =>
        {
            if (simulation.IsStoreAway && !to.Circles.ContainsKey(call.Circle))
            {
                Answer(from, to, call, attempt, new Told.Failed());
                return;
            }

            simulation.CountAsked(call.Circle);
            simulation.Activate(to, call.Circle).Receive(call.Request, told => Answer(from, to, call, attempt, told));
        });
    }

    private void Answer(Silo from, Silo to, Call call, int attempt, Told told)
    {
        if (to.CutFrom.Contains(from)) return;
        var mishap = simulation.Mishaps.Next(Occasion.Answer);
        if (mishap?.Fault is Fault.AnswerLost) return;
        var late = mishap?.Fault is Fault.AnswerLate ? mishap.Value.Moments : 0;
        simulation.In(late + simulation.Lag(LagMost), from, () => Hear(from, call, attempt, told));
        if (mishap?.Fault is Fault.AnswerTwice)
            simulation.In(mishap.Value.Moments, from, () => Hear(from, call, attempt, told));
    }

    private void Hear(Silo from, Call call, int attempt, Told told)
    {
        if (!simulation.Protocol.MatchesCalls)
        {
            // Whoever waits for the same child takes any answer of it.
            call = from.Calls.FirstOrDefault(open => !open.IsOver && open.Circle == call.Circle) ?? call;
        }
        else if (call.IsOver || call.Attempt != attempt)
        {
            return;
        }

        if (told is Told.Failed)
        {
            simulation.In(simulation.Lag(BackOffMost), from, () => { if (call.Attempt == attempt) Send(from, call); });
            return;
        }

        if (told is Told.Refused) Refused++;
        call.Tell(told);
    }
}
