package io.fayan.speaking.domain;

import io.fayan.speaking.ContentClass;

/**
 * A matched row of a decision table.
 *
 * @param outcome the row's answer: a risk or a reviewer
 */
public record Ground(String table, String rule, String clause, ContentClass contentClass, String outcome) {}
