namespace Callout.Kernel;

/// <summary>A text in an event that says nothing about a person: a code, a unit, a number as it is written.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotPersonalAttribute : Attribute;
