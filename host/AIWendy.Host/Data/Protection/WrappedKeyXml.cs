using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace AIWendy.Host.Data.Protection;

/// <summary>
/// Wraps the keys of Data Protection with AES-256-GCM under the installation's key, so that a copy of the database alone
/// opens nothing.
/// </summary>
internal sealed class KeyXmlEncryptor(SecretKeyStore secretKey) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        (string text, string name) = KeyWrap.Close(secretKey, KeyWrap.DataProtection, Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)));
        return new EncryptedXmlInfo(new XElement(KeyWrap.Element, new XAttribute(KeyWrap.NameAttribute, name), text), typeof(KeyXmlDecryptor));
    }
}

/// <summary>The other way; created by Data Protection, which stores this type's name beside the key.</summary>
internal sealed class KeyXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => XElement.Parse(Encoding.UTF8.GetString(
        KeyWrap.Open(services.GetRequiredService<SecretKeyStore>(), KeyWrap.DataProtection, encryptedElement.Value)));
}
