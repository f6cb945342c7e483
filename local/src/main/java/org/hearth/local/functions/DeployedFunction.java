package org.hearth.local.functions;

import org.hearth.local.template.FunctionSpec;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/**
 * A function that was deployed, called as API Gateway calls it: its published version, through the Lambda API.
 *
 * @param name what CloudFormation called it
 */
record DeployedFunction(FunctionSpec spec, String name, LambdaClient lambda) implements LambdaFunction {
    /** The alias that the template publishes each version under. */
    private static final String ALIAS = "live";

    @Override
    public byte[] invoke(byte[] event) throws FunctionFailure {
        InvokeResponse answer;
        try {
            answer = lambda.invoke(request -> request.functionName(name).qualifier(ALIAS).payload(SdkBytes.fromByteArray(event)));
        } catch (SdkException e) {
            throw new FunctionFailure(spec.id() + ": " + e.getMessage(), e);
        }
        if (answer.functionError() != null) {
            // What it threw is in its log; the payload would repeat the message, and that may hold a person's words.
            throw new FunctionFailure(spec.id() + ": " + answer.functionError(), null);
        }
        return answer.payload().asByteArray();
    }
}
