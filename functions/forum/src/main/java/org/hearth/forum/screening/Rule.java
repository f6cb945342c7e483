package org.hearth.forum.screening;

import com.google.re2j.Pattern;
import java.util.List;

/**
 * One pattern of a rule, as read from a .rules file.
 *
 * @param id the rule's stable id; several patterns may share it
 * @param kind what the file calls it: a level, a grade, or the name of a shield
 * @param reason the sentence that a moderator reads
 * @param anchors words of which one is in every match, so that only sentences with one are looked at
 * @param pattern the expression, for {@link com.google.re2j.Matcher#find()} on one sentence; group 1 is the span
 */
record Rule(String id, String kind, String reason, List<String> anchors, Pattern pattern) {}
