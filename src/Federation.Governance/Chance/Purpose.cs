namespace Federation.Governance.Chance;

/// <summary>The phenomenon a draw decides.</summary>
/// <remarks>
/// Named by what happens to people and circles, never by the governance model that asks. That is
/// what gives every model the same people and the same luck, so that their paired differences are
/// due to the models alone. The values are part of every seed's meaning: never renumbered, never
/// reused.
/// </remarks>
public enum Purpose : uint
{
    /// <summary>The mean a place's people are spread around.</summary>
    Place = 1,

    /// <summary>What a person or a circle really needs.</summary>
    Need = 2,

    /// <summary>What a person would like best.</summary>
    Preference = 3,

    /// <summary>How far from their stand a person still finds a text good enough.</summary>
    Tolerance = 4,

    /// <summary>How little a person's opinion moves when others speak.</summary>
    Conviction = 5,

    /// <summary>The error of a person's belief about a circle's needs.</summary>
    Signal = 6,

    /// <summary>Whether a member is present.</summary>
    Attendance = 7,

    /// <summary>How well a person judges.</summary>
    Skill = 8,

    /// <summary>How well a person would keep a role.</summary>
    Qualification = 9,

    /// <summary>How qualified one person seems to another: the reason for naming them.</summary>
    Reason = 10,

    /// <summary>The error of a report carried along a link.</summary>
    Report = 11,

    /// <summary>The lot between exact equals.</summary>
    Tie = 12,

    /// <summary>Whether and when something breaks down.</summary>
    Fault = 13,

    /// <summary>Whether a person, a link or a circle is captured.</summary>
    Capture = 14,

    /// <summary>Who talks with whom.</summary>
    Pairing = 15,

    /// <summary>Who proposes, and how far the text is from what they meant.</summary>
    Proposal = 16,

    /// <summary>Where in its cycle a circle begins.</summary>
    Phase = 17,

    /// <summary>What a circle misreads of its need through a measure.</summary>
    Measure = 80,

    /// <summary>How a place's need changes over the years.</summary>
    Drift = 81,

    /// <summary>Whether a person would take a role.</summary>
    Willing = 30,

    /// <summary>Whether a link person can carry a matter.</summary>
    Carrying = 31,

    /// <summary>How a circle takes a member's argument.</summary>
    Judgement = 40,

    /// <summary>Whether somebody reads what is posted.</summary>
    Reading = 41,

    /// <summary>How much a dimension counts to a person.</summary>
    Salience = 60,

    /// <summary>What is missed when something about a person is written down.</summary>
    Writing = 82,

    /// <summary>Whether somebody entrusts their ballot to another.</summary>
    Entrusting = 83,

    /// <summary>Whether a secretary forgets to hand an agreement over.</summary>
    Forgetting = 84,

    /// <summary>How many circles and people a plan has, where a study draws that again.</summary>
    Structure = 110,

    /// <summary>A text nobody brought, to hold others against.</summary>
    Challenger = 111,

    /// <summary>How a circle meets something new: its immunity to change, when it hears of it, whom opponents
    /// sway.</summary>
    Adopting = 112,

    /// <summary>How dangerous a storm makes a power line.</summary>
    Hazard = 120,

    /// <summary>What is read wrongly of that hazard.</summary>
    Misreading = 121,

    /// <summary>How much a power line supplies, and how much of that can do without it.</summary>
    Load = 122,

    /// <summary>When a supply fails and when it is repaired.</summary>
    Outage = 123,
}
