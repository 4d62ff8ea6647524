/**
 * The Function URL of a function that streams, as AWS Lambda serves it: CORS, the event, the
 * response chunk by chunk, and its end at the function's timeout. Only what Lambda does may live
 * here; what the server answers is the function's business.
 */
@NullMarked
package dev.baton.local.url;

import org.jspecify.annotations.NullMarked;
