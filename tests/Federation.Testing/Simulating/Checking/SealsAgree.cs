namespace Federation.Testing.Simulating.Checking;

/// <summary>In the end every seal and every stored byte is the undisturbed run's.</summary>
internal sealed class SealsAgree(Situation situation) : Checker
{
    public override void End(Store store, Books books)
    {
        if (!situation.After(store.Register.Answers).Seals.SequenceEqual(situation.Undisturbed.Seals))
            throw new BrokenPromiseException("other seals");
        foreach (var (id, bytes) in situation.States)
        {
            if (!store.Circles.TryGetValue(id, out var stored)) throw new BrokenPromiseException($"{id} was lost");
            if (!stored.Bytes.AsSpan().SequenceEqual(bytes)) throw new BrokenPromiseException($"{id} has another state");
        }

        if (store.Circles.Count != situation.States.Count) throw new BrokenPromiseException("a circle too many is stored");
    }
}
