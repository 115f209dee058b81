namespace Callout.Optimizer;

/// <summary>The world after a change. The problem holds what is frozen and compares with the plan that was in force; numbers of jobs and technicians are those of before, an emergency comes last.</summary>
public sealed record Repaired(Problem Problem, Plan Plan, long Iterations = 0);
