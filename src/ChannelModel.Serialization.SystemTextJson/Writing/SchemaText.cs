using System.IO;

namespace ChannelModel.Serialization.SystemTextJson.Writing;

/// <summary>The schemas that stand in the package, as in docs/schemas.</summary>
internal static class SchemaText
{
    public static string Of(string name)
    {
        using Stream stream = typeof(SchemaText).Assembly.GetManifestResourceStream(name + ".schema.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
