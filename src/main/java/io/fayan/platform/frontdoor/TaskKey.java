package io.fayan.platform.frontdoor;

/** A human step of a model: process id and element id, for example {@code authorise-speaking / userTask_reviewRequest}. */
public record TaskKey(String process, String element) {}
