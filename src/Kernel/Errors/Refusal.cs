namespace Callout.Kernel;

/// <summary>The business says no: a code for programs, a sentence for the person who can act on it. Never holds a customer's personal values.</summary>
public sealed class Refusal(string code, string message, Exception? cause = null) : Exception(message, cause)
{
    public string Code => code;

    public static void If(bool broken, string code, string message)
    {
        if (broken) throw new Refusal(code, message);
    }
}
