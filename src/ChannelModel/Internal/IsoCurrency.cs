namespace ChannelModel.Internal;

/// <summary>One row of the ISO 4217 list.</summary>
internal sealed class IsoCurrency
{
    public IsoCurrency(string code, short number, sbyte minorUnits, string name)
    {
        Code = code;
        Number = number;
        MinorUnits = minorUnits;
        Name = name;
    }

    public string Code { get; }

    public short Number { get; }

    public sbyte MinorUnits { get; }

    public string Name { get; }
}
