/**
 * What every store over DynamoDB needs: attributes from and to plain values, and cursors through
 * long lists. Key layouts and conditions belong to the stores.
 */
@NullMarked
package dev.baton.shell.dynamo;

import org.jspecify.annotations.NullMarked;
