namespace Callout.Kernel;

/// <summary>A secret in an answer: given to the first who asks and kept nowhere, so that the same command sent again is answered without it. Nullable, therefore.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ShownOnceAttribute : Attribute;
