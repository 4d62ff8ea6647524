/** Tests of the Graph client against a real server on the loopback interface. */
@NullMarked
package dev.baton.survey.graph;

import org.jspecify.annotations.NullMarked;
