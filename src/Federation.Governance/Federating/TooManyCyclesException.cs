using Federation.Governance.Decisions;

namespace Federation.Governance.Federating;

/// <summary>A long horizon would cost more cycles than the scenario allows.</summary>
public sealed class TooManyCyclesException(Life life, int day) : InvalidOperationException(
    $"{life.CyclesMax} cycles were held by day {day} of {life.HorizonDays}: raise life.cyclesMax, or look at "
    + "agreements less often by giving them longer terms");
