namespace ChannelModel.Serialization.SystemTextJson.Reading;

/// <summary>The kinds of JSON values.</summary>
internal enum JsonKind
{
    Object,
    Array,
    String,
    HalfPair,
    Number,
    Boolean,
    Null,
}
