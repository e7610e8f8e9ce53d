namespace Federation.Society.Places;

/// <summary>Settings of a federation have bounds; who leaves them is told which.</summary>
internal static class Bounds
{
    /// <exception cref="InvalidFederationException">The value lies outside.</exception>
    public static void Check(string setting, long value, long least, long most)
    {
        if (value < least || value > most)
            throw new InvalidFederationException(
                $"federation.{setting} is {value}; it must lie between {least} and {most}.");
    }
}
