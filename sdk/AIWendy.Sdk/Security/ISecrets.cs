namespace AIWendy.Sdk;

/// <summary>Encrypts what must not lie readable in the database: model keys, webhook secrets, certificates.</summary>
public interface ISecrets
{
    /// <summary>Encrypts a text for a purpose.</summary>
    /// <param name="plaintext">The secret.</param>
    /// <param name="purpose">Binds the result to its use; a value protected for one purpose can not be read for another.</param>
    string Protect(string plaintext, string purpose);

    /// <summary>Decrypts a value made by <see cref="Protect"/>.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">Not ours, damaged, or protected for another purpose or tenant.</exception>
    string Unprotect(string ciphertext, string purpose);
}
