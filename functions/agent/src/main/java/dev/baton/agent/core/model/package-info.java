/**
 * What Baton knows of models: what they cost, what a request to them says, how their failures are
 * read and when a call is repeated. Pure: no model is called here.
 */
@NullMarked
package dev.baton.agent.core.model;

import org.jspecify.annotations.NullMarked;
