using AIWendy.Sdk.Localization;

namespace AIWendy.Host.Licences;

/// <summary>A token, key or file that can not be used; the message is one sentence for an administrator.</summary>
internal sealed class LicenceException(Text message) : Exception(message.En)
{
    /// <summary>The sentence in the languages of the product.</summary>
    public Text Sentence => message;
}
