using System.Security.Cryptography;
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
    internal const string Use = "data-protection";
    internal const int NonceLength = 12;
    internal const int TagLength = 16;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        byte[] plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        byte[] wrapped = new byte[NonceLength + plain.Length + TagLength];
        Span<byte> nonce = wrapped.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using AesGcm cipher = new(secretKey.Derive(Use), TagLength);
        cipher.Encrypt(nonce, plain, wrapped.AsSpan(NonceLength, plain.Length), wrapped.AsSpan(NonceLength + plain.Length));
        CryptographicOperations.ZeroMemory(plain);
        return new EncryptedXmlInfo(new XElement("wrapped", Convert.ToBase64String(wrapped)), typeof(KeyXmlDecryptor));
    }
}

/// <summary>The other way; created by Data Protection, which stores this type's name beside the key.</summary>
internal sealed class KeyXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        byte[] wrapped = Convert.FromBase64String(encryptedElement.Value);
        int length = wrapped.Length - KeyXmlEncryptor.NonceLength - KeyXmlEncryptor.TagLength;
        byte[] plain = new byte[length];
        using AesGcm cipher = new(services.GetRequiredService<SecretKeyStore>().Derive(KeyXmlEncryptor.Use), KeyXmlEncryptor.TagLength);
        cipher.Decrypt(
            wrapped.AsSpan(0, KeyXmlEncryptor.NonceLength),
            wrapped.AsSpan(KeyXmlEncryptor.NonceLength, length),
            wrapped.AsSpan(KeyXmlEncryptor.NonceLength + length),
            plain);
        XElement element = XElement.Parse(Encoding.UTF8.GetString(plain));
        CryptographicOperations.ZeroMemory(plain);
        return element;
    }
}
