using System;
using System.Reflection;
using ChannelModel.Tests;
using CsCheck;
using Xunit.v3;

[assembly: SeededLaws]

namespace ChannelModel.Tests;

/// <summary>
/// With CHANNELMODEL_LAWS=N every test draws the same cases in every run, whichever tests run beside it: one thread, and its generator set anew before each test. Mutation
/// testing needs that, since it compares two runs of one test.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class SeededLawsAttribute : BeforeAfterTestAttribute
{
    private static readonly FieldInfo Generator = typeof(PCG).GetField("threadPCG", BindingFlags.Static | BindingFlags.NonPublic)!;

    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (Laws.Fixed is not null)
        {
            Check.Threads = 1;
            Generator.SetValue(null, new PCG(stream: 1, seed: 20250228));
        }
    }
}
