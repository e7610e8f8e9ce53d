namespace Federation.Governance.Members;

/// <summary>What a person is in a circle's meeting.</summary>
public enum Role : byte
{
    /// <summary>Lives in the circle and holds no link of it.</summary>
    Resident = 0,

    /// <summary>Named by the parent from the circle's members, with the circle's consent; carries
    /// decisions down and has a consent right of their own in both circles.</summary>
    Leader = 1,

    /// <summary>Elected by the circle; sits in the parent with a free mandate and a duty to report.</summary>
    Delegate = 2,

    /// <summary>Elected by the circle; runs its meetings and proposes whom the reasons speak for.</summary>
    Facilitator = 3,

    /// <summary>Elected by the circle; keeps its logbook.</summary>
    Secretary = 4,

    /// <summary>Sent by a circle into the one above for one matter; full member there while it lasts.</summary>
    Representative = 5,
}
