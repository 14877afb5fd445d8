package counterexample.speaking.domain;

public abstract class AbstractRequest {}
