import zhCN from 'antd/es/locale/zh_CN';

export default zhCN;
