package org.hearth.bench;

/**
 * What one operation cost.
 *
 * @param operation its route, or what happens
 * @param trips calls to DynamoDB before the answer
 * @param calls their names
 * @param reads read units
 * @param writes write units
 * @param bytes the answer's body, compressed as CloudFront compresses it
 */
record Row(String operation, int trips, String calls, double reads, double writes, long bytes) {
}
