namespace Callout.Kernel;

/// <summary>What stands in the way of the operator's work, in a sentence that says what to do. Nothing has been changed when it is thrown, or the sentence says what.</summary>
public sealed class Trouble(string message, Exception? cause = null) : Exception(message, cause);
