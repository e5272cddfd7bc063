using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace ChannelModel.Mutants;

/// <summary>The switch that Stryker compiles into an assembly: which of its mutants acts, and which are reached.</summary>
internal sealed class MutantSwitch
{
    private readonly FieldInfo _active;
    private readonly FieldInfo _capture;
    private readonly MethodInfo _reset;
    private readonly MethodInfo _reached;

    public MutantSwitch(Assembly mutated)
    {
        Type control = mutated.GetTypes().SingleOrDefault(type => type.Name == "MutantControl")
            ?? throw new ArgumentException($"{mutated.Location} has no mutants, expected an assembly that Stryker compiled");
        _active = control.GetField("ActiveMutant")!;
        _capture = control.GetField("CaptureCoverage")!;
        _reset = control.GetMethod("ResetCoverage")!;
        _reached = control.GetMethod("GetCoverageData")!;
        Activate(None);
    }

    /// <summary>The number that stands for the code as it was written.</summary>
    public static int None => -1;

    public void Activate(int mutant) => _active.SetValue(null, mutant);

    /// <summary>The mutants that an action reaches, and those of them in static initialisers, which run once in a process.</summary>
    public (IReadOnlyList<int> All, IReadOnlyList<int> Static) Reached(Action action)
    {
        _reset.Invoke(null, null);
        _capture.SetValue(null, true);
        try
        {
            action();
        }
        finally
        {
            _capture.SetValue(null, false);
        }

        var reached = (IList<int>[])_reached.Invoke(null, null)!;
        return ([.. reached[0]], [.. reached[1]]);
    }
}
