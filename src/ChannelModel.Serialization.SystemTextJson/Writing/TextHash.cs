using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace ChannelModel.Serialization.SystemTextJson.Writing;

/// <summary>The SHA-256 of a text in UTF-8, as 64 digits from 0 to f.</summary>
internal static class TextHash
{
    public static string Of(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
#if NET8_0_OR_GREATER
        byte[] hash = SHA256.HashData(bytes);
#else
        using var sha = SHA256.Create();
        byte[] hash = sha.ComputeHash(bytes);
#endif
        return string.Concat(hash.Select(part => part.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
