using Federation.Governance.Decisions;
using Federation.Governance.Spaces;

namespace Federation.Governance.Members;

/// <summary>A person in one meeting: who they are there and where they stand.</summary>
/// <param name="Role">The link that seats them, or resident.</param>
/// <param name="Via">The number of the child circle they come from; -1 for a resident.</param>
/// <param name="Belief">Their signal of what this circle needs.</param>
/// <param name="Mandate">What the circle a delegate reports for would stand for, as it comes over the
/// link; null for all others.</param>
public readonly record struct Voice(
    Role Role, int Via, Snapshot Snapshot, Point Belief, Point? Mandate)
{
    public PersonId Person => Snapshot.Person;

    /// <summary>How much each dimension of the whole space counts to them; null where all count alike.</summary>
    public Salience? Salience { get; init; }

    /// <summary>The same in one matter.</summary>
    public Salience? In(Facets facets) => Salience?.In(facets.Dimensions);

    /// <summary>The share of the stand that is the mandate's, 0..1.</summary>
    public double Duty { get; init; }

    public Conduct Conduct { get; init; }

    /// <summary>Where they say they stand, in the whole issue space; null where talk leads them.</summary>
    public Point? Stated { get; init; }

    /// <summary>How much they exaggerate, 0..1: that share of their tolerance is denied, and they
    /// claim to stand further from the text by that share of the distance.</summary>
    public double Overstates { get; init; }

    /// <summary>Whether they object to everything, without an argument and without helping to resolve it.</summary>
    public bool Withholds => Conduct == Conduct.Blocks;

    /// <summary>Whether what is said in a meeting reaches what they really think.</summary>
    public bool Listens => Conduct is not (Conduct.Captured or Conduct.Fake);

    public Speaker Speaker => new(Role, Via, Person);
}

/// <summary>Who spoke, as a logbook records it.</summary>
/// <param name="Via">The number of the child circle they came from; -1 for none.</param>
public readonly record struct Speaker(Role Role, int Via, PersonId Person)
{
    /// <summary>The circle as a whole.</summary>
    public static Speaker Circle { get; } = new(Role.Resident, -1, new PersonId(0, -1));

    public bool IsCircle => Person.Index < 0;
}
