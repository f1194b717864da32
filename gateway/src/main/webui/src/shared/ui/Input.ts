// The two inputs that are used, without the password, search and one-time-code fields that antd's own index brings along.
export { default as Input } from 'antd/es/input/Input';
export { default as TextArea } from 'antd/es/input/TextArea';
